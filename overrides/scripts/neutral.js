// The neutral page marks its own place in the tab's history, so that the pages behind it know to stay hidden.
if (window.navigation) navigation.updateCurrentEntry({ state: { neutral: 1 } });

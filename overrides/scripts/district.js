// What somebody has typed of a postcode -> its first half, or null. The scripts that look one up stand behind this one.
// "LA6 2" is on its way to LA6 2AB: where there is a space, the first half is what stands before it.
const district = (text) => {
  const typed = text.toUpperCase(), half = /^[A-Z]{1,2}[0-9][A-Z0-9]?(?= )/.exec(typed);
  const found = half || /^[A-Z]{1,2}[0-9][A-Z0-9]?(?=([0-9][A-Z]{2})?$)/.exec(typed.replace(/[^A-Z0-9]/g, ""));
  return found && found[0];
};

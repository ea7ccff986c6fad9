"""An edition -> pictures of campaigns. The only room that draws."""

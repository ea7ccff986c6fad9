"""An edition -> pictures of campaigns; a photograph -> what may go out of it. The only room that draws."""

"""A folder and a day -> the site as on that day, in a browser on this machine: drafts, mistakes and all."""

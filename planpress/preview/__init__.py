"""The site on this machine, built again at every save, and the browser told what has changed."""

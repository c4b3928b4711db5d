"""The interface's words as files: what is said is listed, catalogues are brought up to date."""

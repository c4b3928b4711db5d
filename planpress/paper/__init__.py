"""HTML in, tagged PDF files out; WeasyPrint and pikepdf live here and nowhere else."""

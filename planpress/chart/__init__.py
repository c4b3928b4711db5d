"""Assessments in, figures out; Altair lives here and nowhere else."""

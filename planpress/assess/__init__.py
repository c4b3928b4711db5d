"""Are we on track? Plan, protected numbers and a day in, assessments out."""

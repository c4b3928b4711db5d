"""What of a plan is read while something is made of it, so that it need not be made twice."""

"""The methods of the Web API that the sandbox answers, one file a family."""

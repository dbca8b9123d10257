"""The page of one agency's result, part by part."""

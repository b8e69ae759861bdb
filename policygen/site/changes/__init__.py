"""The pages that tell what changed and what people are told of it: redlines, changes in numbers, notices.

The rest of the site knows none of this but the plan; what a version brought stands in `version_changes`, beside it.
"""

"""What rules rest on: what the prose tells, what the registers say together, how somebody can be reached.

Each module answers questions of one kind about a subject or its passages; none knows a rule or a law.
"""

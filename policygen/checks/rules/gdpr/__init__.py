"""What the GDPR asks of a policy's words (articles 13 and 14), where the policy is under it.

Where it asks what the Act asks, the rule of the Act finds it, and the one here names the article.
"""

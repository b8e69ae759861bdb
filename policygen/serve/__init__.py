"""The preview: the drafts as pages, made in memory when they are asked for, shown again at each save.

Knows the build's parts, the disk and HTTP on this machine; nothing of the command line. Writes no file.
"""

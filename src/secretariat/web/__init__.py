"""The explorer: server-rendered pages over the same answers as the command line. Nothing leaves the machine."""

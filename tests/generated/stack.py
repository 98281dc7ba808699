def created(judge, aws, generate): return 0

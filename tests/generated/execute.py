def buildspecs(judge, aws, generate, taskdef): return 0

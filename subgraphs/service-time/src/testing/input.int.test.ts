import { inputTests } from '@kompetanse/graph/testing'
import { startTestGraph } from './graph.ts'
import { samplesOf } from './sample.ts'

inputTests(
  async () => {
    const graph = await startTestGraph()
    return { samples: await samplesOf(graph), stop: () => graph.stop() }
  },
  { alone: 700, texts: 40, fuzz: 2_650, many: 2, missing: [] },
)

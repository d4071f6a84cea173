import { inputTests } from '@kompetanse/graph/testing'
import { startTestGraph } from './graph.ts'
import { samplesOf } from './sample.ts'

inputTests(
  async () => {
    const graph = await startTestGraph()
    return { samples: await samplesOf(graph), stop: () => graph.stop() }
  },
  { alone: 940, texts: 95, fuzz: 5_000, many: 4, missing: [] },
)

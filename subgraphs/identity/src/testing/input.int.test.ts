import { inputTests } from '@kompetanse/graph/testing'
import { samplesOf } from './sample.ts'
import { createWorld } from './world.ts'

inputTests(
  async () => {
    const world = await createWorld()
    return { samples: await samplesOf(world), stop: () => world.close() }
  },
  { alone: 600, texts: 28, fuzz: 1_650, missing: [] },
)

import { inputTests } from '@kompetanse/graph/testing'
import { samplesOf } from './sample.ts'
import { createWorld } from './world.ts'

inputTests(
  async () => {
    const world = await createWorld()
    return { samples: await samplesOf(world), stop: () => world.close() }
  },
  { alone: 760, texts: 40, fuzz: 2_750, missing: [] },
)

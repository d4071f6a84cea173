import { inputTests } from '@kompetanse/graph/testing'
import { startTestSubgraph } from '@kompetanse/process/testing'
import { subgraph } from '../database.ts'
import { seedCurriculum } from '../seed/seed.ts'
import { samplesOf } from './sample.ts'

inputTests(
  async () => {
    const own = await startTestSubgraph(subgraph)
    await seedCurriculum()
    return { samples: await samplesOf(), stop: () => own.stop() }
  },
  { alone: 460, texts: 46, fuzz: 2_450, missing: [] },
)

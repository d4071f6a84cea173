import { inputTests } from '@kompetanse/graph/testing'
import { schema } from '../schema.ts'
import { createWorld, NOW, type World } from './world.ts'

async function samplesOf({ db, actor }: World) {
  const { id: traineeId } = await db.trainee.findFirstOrThrow()
  const grant = await db.roleGrant.findFirstOrThrow({ where: { role: 'LOCAL_ADMIN' } })
  return { traineeId, grant, actor }
}

inputTests(
  async () => {
    const world = await createWorld()
    await samplesOf(world)
    return {
      samples: [{ schema, actor: await world.actor('Ingrid Solheim'), now: NOW, known: {} }],
      stop: () => world.close(),
    }
  },
  { alone: 1, fuzz: 1, missing: [] },
)

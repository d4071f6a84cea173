import { aPerson, reachTests } from '@kompetanse/graph/testing'
import { RELATION_KINDS } from '@kompetanse/schema/roles'
import { samplesOf } from './sample.ts'
import { createWorld, NOW, type World } from './world.ts'

/** Somebody was to lead, mentor and supervise every trainee, and to stand in for every leader: it counts on no day. */
async function cancelledParts({ db, id }: World, name: string): Promise<void> {
  const [personId, period] = [id(name), { validFrom: new Date('2026-01-01'), cancelledAt: NOW }]
  const trainees = await db.trainee.findMany({ select: { id: true } })
  await db.trainingRelation.createMany({
    data: trainees.flatMap(({ id: traineeId }) =>
      RELATION_KINDS.map((kind) => ({ kind, traineeId, personId, registeredById: traineeId, ...period })),
    ),
  })
  const units = await db.unit.findMany({ where: { leaderId: { not: null } } })
  await db.deputyship.createMany({
    data: units.map(({ id: unitId, leaderId }) => ({
      ...{ unitId, leaderId: leaderId ?? '', deputyId: personId },
      ...{ ...period, validTo: new Date('2026-12-31') },
    })),
  })
}

const PLACE = 'the organisation is public'

reachTests(
  async () => {
    const world = await createWorld()
    const samples = await samplesOf(world)
    await cancelledParts(world, 'Tone Myrdal')
    const outsiders = {
      'somebody of another region, whose parts there were cancelled': await world.actor('Tone Myrdal'),
      'a machine of another region': aPerson('', { kind: 'machine', regionCode: 'HELSE_NORD' }),
    }
    // What the sample knows, of all who are there.
    return { samples, ids: [], outsiders, contents: world.contents, stop: world.close }
  },
  {
    questions: {
      'Query.enterprise(id)': PLACE,
      'Query.unit(id)': PLACE,
      '_Entity.Enterprise': PLACE,
      '_Entity.Unit': PLACE,
      '_Entity.Person':
        'the name of somebody who is met elsewhere in the graph; contactsOf says for whom more',
    },
    told: { markRecordOpeningsSeen: 'marks the actor’s own among them, and says nothing of the others' },
    own: { setLanguage: 'the actor’s own' },
    untried: {},
  },
)

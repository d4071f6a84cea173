import { aPerson, reachTests } from '@kompetanse/graph/testing'
import { samplesOf } from './sample.ts'
import { createWorld } from './world.ts'

const PLACE = 'the organisation is public'

reachTests(
  async () => {
    const world = await createWorld()
    const samples = await samplesOf(world)
    const outsiders = {
      'somebody of another region': await world.actor('Tone Myrdal'),
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

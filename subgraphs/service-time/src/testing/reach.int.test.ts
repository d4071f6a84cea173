import { randomUUID } from 'node:crypto'
import { aPerson, officeOf, reachTests } from '@kompetanse/graph/testing'
import { startTestGraph } from './graph.ts'
import { samplesOf } from './sample.ts'

reachTests(
  async () => {
    const graph = await startTestGraph()
    const samples = await samplesOf(graph)
    const ids = await graph.ids()
    const traineeId = String(samples[0].known['traineeId'])
    const other = await graph.aCircle()
    const former = await graph.somebody('Tidligere Leder')
    await graph.relate('LEADER', traineeId, former.personId, { validTo: '2026-10-14' })
    const office = officeOf(other.stranger.personId)
    const outsiders = {
      'another trainee': other.trainee,
      'another trainee’s leader': other.leader,
      'the leader of until yesterday': former,
      'an administrator of elsewhere': office('LOCAL_ADMIN', { enterpriseId: randomUUID() }),
      'a machine of another region': aPerson('', { kind: 'machine', regionCode: 'HELSE_NORD' }),
    }
    return { samples, outsiders, ids, contents: graph.contents, stop: graph.stop }
  },
  {
    questions: {},
    told: {},
    own: {},
    untried: { setServiceTimeRule: 'of the Directorate, which no sample is of' },
  },
)

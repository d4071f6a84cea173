import { randomUUID } from 'node:crypto'
import { aPerson, officeOf, reachTests } from '@kompetanse/graph/testing'
import { startTestGraph } from './graph.ts'
import { samplesOf } from './sample.ts'
import { aTrainee, relate, somebody } from './world.ts'

reachTests(
  async () => {
    const graph = await startTestGraph()
    const samples = await samplesOf(graph)
    const ids = await graph.test.ids()
    const traineeId = String(samples[0].known['traineeId'])
    const other = await aTrainee(graph).withPlan()
    const former = await somebody('Tidligere Leder')
    await relate('LEADER', traineeId, former.personId, { validTo: '2026-09-14' })
    const office = officeOf(other.stranger.personId)
    const outsiders = {
      'another trainee': other.trainee,
      'another trainee’s leader': other.leader,
      'the leader of until yesterday': former,
      'an administrator of elsewhere': office('LOCAL_ADMIN', { enterpriseId: randomUUID() }),
      'a machine of another region': aPerson('', { kind: 'machine', regionCode: 'HELSE_NORD' }),
    }
    return { samples, outsiders, ids, contents: graph.test.contents, stop: graph.stop }
  },
  { questions: {}, told: {}, own: {}, untried: {} },
)

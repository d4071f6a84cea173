import { outsidersOf, reachTests } from '@kompetanse/graph/testing'
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
    const outsiders = outsidersOf({ ...other, near: other.leader, former })
    return { samples, outsiders, ids, contents: graph.test.contents, stop: graph.stop }
  },
  { questions: {}, told: {}, own: {}, untried: {} },
)

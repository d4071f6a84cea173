import { outsidersOf, reachTests } from '@kompetanse/graph/testing'
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
    const outsiders = outsidersOf({ ...other, near: other.leader, former })
    return { samples, outsiders, ids, contents: graph.contents, stop: graph.stop }
  },
  {
    questions: {},
    told: {},
    own: {},
    untried: { setServiceTimeRule: 'of the Directorate, which no sample is of' },
  },
)

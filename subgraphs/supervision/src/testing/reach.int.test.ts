import { outsidersOf, reachTests } from '@kompetanse/graph/testing'
import { aCircle, relate, somebody, startTestGraph } from './graph.ts'
import { samplesOf } from './sample.ts'

reachTests(
  async () => {
    const graph = await startTestGraph()
    const samples = await samplesOf(graph)
    const ids = await graph.ids()
    const traineeId = String(samples[0].known['traineeId'])
    const other = await aCircle()
    const former = await somebody('Var Veileder')
    await relate('MENTOR', traineeId, former.personId, { validTo: '2026-09-14' })
    const outsiders = outsidersOf({ ...other, near: other.mentor, former })
    return { samples, outsiders, ids, contents: graph.contents, stop: graph.stop }
  },
  {
    questions: {},
    told: {
      editConversationTemplate: 'everybody reads the portal’s own templates',
      retireConversationTemplate: 'everybody reads the portal’s own templates',
      restoreConversationTemplate: 'everybody reads the portal’s own templates',
      inviteToConversation: 'who was the mentor is told that they are no more',
      recordHeldConversation: 'who was the mentor is told that they are no more',
    },
    own: { createSupervisionGroup: 'a group of one’s own' },
    untried: {},
  },
)

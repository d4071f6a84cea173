import { aPerson, inputTests } from '@kompetanse/graph/testing'
import { startTestSubgraph } from '@kompetanse/process/testing'
import { database, subgraph } from '../database.ts'
import { schema } from '../schema.ts'
import { seedCurriculum } from '../seed/seed.ts'

const directorate = aPerson('0190a1b2-0000-7000-8000-00000000000b', {
  grants: [{ role: 'DIRECTORATE', regionCode: null, enterpriseId: null }],
})

/** The curriculum of the country, as the Directorate sees and changes it. */
async function sample() {
  const activity = await database.activityDefinition.findFirstOrThrow({ include: { goals: true } })
  const plan = await database.planVersion.findFirstOrThrow()
  const goalId = activity.goals[0]?.goalId
  return {
    ...{ schema, actor: directorate, now: new Date('2026-11-22T12:00:00Z') },
    known: {
      ...{ activityDefinitionId: activity.id, goalDefinitionIds: goalId, goalDefinitionId: goalId },
      ...{ planTemplateIds: plan.templateId, 'Query.planTemplate.id': plan.templateId },
      ...{ 'Query.planVersion.id': plan.id, 'Query.learningGoalDefinition.id': goalId },
    },
  }
}

inputTests(
  async () => {
    const own = await startTestSubgraph(subgraph)
    await seedCurriculum()
    return { samples: [await sample()], stop: () => own.stop() }
  },
  { alone: 310, texts: 26, fuzz: 1_150, missing: [] },
)

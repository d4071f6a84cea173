import { aPerson, officeOf, reachTests } from '@kompetanse/graph/testing'
import { startTestSubgraph } from '@kompetanse/process/testing'
import { subgraph } from '../database.ts'
import { seedCurriculum } from '../seed/seed.ts'
import { samplesOf } from './sample.ts'

const PERSON = '0190a1b2-0000-7000-8000-00000000000d'
const office = officeOf(PERSON)

const NATIONAL = 'the curriculum is published for the whole country'

reachTests(
  async () => {
    const own = await startTestSubgraph(subgraph)
    await seedCurriculum()
    const outsiders = {
      'a trainee': aPerson(PERSON, { trainee: true }),
      'an enterprise’s administrator': office('LOCAL_ADMIN', { enterpriseId: PERSON }),
      'another region’s administrator': office('REGIONAL_ADMIN', { regionCode: 'HELSE_NORD' }),
      support: office('SUPPORT'),
      'a machine': aPerson('', { kind: 'machine', regionCode: 'HELSE_NORD' }),
    }
    const rest = { contents: () => own.contents(), stop: () => own.stop() }
    return { samples: await samplesOf(), ids: await own.ids(), outsiders, ...rest }
  },
  {
    questions: {
      'Query.learningActivityDefinitions(filter.goalDefinitionId)': NATIONAL,
      'Query.learningGoalDefinition(id)': NATIONAL,
      'Query.planTemplate(id)': NATIONAL,
      'Query.planVersion(id)': NATIONAL,
      '_Entity.LearningActivityDefinition': NATIONAL,
      '_Entity.LearningGoalDefinition': NATIONAL,
      '_Entity.PlanTemplate': NATIONAL,
      '_Entity.PlanVersion': NATIONAL,
    },
    told: {
      editLearningActivityDefinition: NATIONAL,
      retireLearningActivityDefinition: NATIONAL,
      proposeActivityEdit: NATIONAL,
      proposeActivityRetirement: NATIONAL,
    },
    own: {
      addLearningActivityDefinition: 'an administrator’s own activity, beside the plan',
      proposeTrackPlans: 'a region’s own proposal',
    },
    untried: {},
  },
)

import { randomUUID } from 'node:crypto'
import { brandId } from '@kompetanse/schema/ids'
import { NotFound, RegionCode, type Types } from '../../builder.ts'
import { database } from '../../database.ts'
import { mutation, mutationsOn } from '../../graph/mutation.ts'
import { CurriculumRefused } from '../../graph/refusal.ts'
import { wordingOf } from '../domain/wording.ts'
import { addActivity } from '../use-cases/add-activity.ts'
import { activityCommands } from '../use-cases/commands.ts'
import { LearningActivityKind } from './LearningActivityDefinition.ts'

type Inputs = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>

/** For whom a region's administrator acts. */
export const forRegion = (t: Inputs) => ({
  regionCode: t.field({
    type: RegionCode,
    description:
      'For which region, of a region’s administrator. REGION_REQUIRED of who administers several and names none, NOT_PERMITTED of one that they do not.',
  }),
})

export const wordingFields = (t: Inputs) => ({
  title: t.string({
    required: true,
    description: 'TITLE_REQUIRED of an empty one; at most 200 characters, TEXT_TOO_LONG else.',
  }),
  description: t.string({ description: 'What more is to be said than the title.' }),
  validMonths: t.int({
    description: 'Months until it lapses, from 1 to 1,000. VALIDITY_REQUIRED of a recurring one without.',
  }),
  courseHours: t.int({ description: 'Hours, from 1 to 1,000, or NUMBER_INVALID.' }),
})

const activityById = <Parent extends object>(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, Parent>,
  idOf: (parent: Parent) => string,
) =>
  t.prismaField({
    type: 'ActivityDefinition',
    resolve: (query, parent) =>
      database.activityDefinition.findUniqueOrThrow({ ...query, where: { id: idOf(parent as Parent) } }),
  })

mutation({
  name: 'AddLearningActivityDefinition',
  description:
    'Adds an activity to goals: the nation’s by the Directorate, an own one by a regional administrator (F026, F124).',
  input: (t) => ({
    goalDefinitionIds: t.idsOf('GoalDefinition', { required: true, description: 'GOALS_REQUIRED of none.' }),
    kind: t.field({ type: LearningActivityKind, required: true, description: 'What completes it.' }),
    ...wordingFields(t),
    ...forRegion(t),
  }),
  refusals: [CurriculumRefused, NotFound],
  perform: ({ goalDefinitionIds: goalIds, regionCode = null, kind, ...wording }, context) =>
    addActivity({ kind, ...wordingOf(wording) }, { goalIds, regionCode }, context),
  success: (t) => ({ activity: activityById(t, ({ id }) => id) }),
})

const activityMutation = mutationsOn({
  id: 'activityDefinitionId',
  refused: CurriculumRefused,
  perform: activityCommands.perform,
  success: (t) => ({
    activity: activityById(t, ({ id, command }) => (command.name === 'EDIT' ? command.successorId : id)),
  }),
})

activityMutation({
  name: 'EditLearningActivityDefinition',
  description:
    'Makes a successor, the editor’s own, and retires the one edited: what was signed stays. By who has a say over it (F026).',
  input: wordingFields,
  command: (wording) => ({ name: 'EDIT', wording: wordingOf(wording), successorId: brandId(randomUUID()) }),
})

activityMutation({
  name: 'RetireLearningActivityDefinition',
  description: 'Takes an activity out of use; RETIRED of one that is. By who has a say over it (F026).',
  command: () => ({ name: 'RETIRE' }),
})

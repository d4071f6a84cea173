import { asGoalLevel, references } from '@kompetanse/graph'
import { builder, GoalLevel, TrainingPart } from '../../builder.ts'
import { database } from '../../database.ts'
import { GOAL_COMMANDS, availableGoalCommands } from '../../rights/domain/rights.ts'
import { levelOf } from '../domain/level.ts'

const LearningGoalDefinitionCommand = builder.enumType('LearningGoalDefinitionCommand', {
  description: 'What can be done with a goal of the curriculum.',
  values: GOAL_COMMANDS,
})

const KnowledgeLevel = builder.enumType('KnowledgeLevel', {
  description: 'How well the wording of a goal asks that something is known.',
  values: { KNOW_OF: { value: 1 }, KNOW: { value: 2 }, KNOW_WELL: { value: 3 } } as const,
})

const SkillLevel = builder.enumType('SkillLevel', {
  description: 'How the wording of a goal asks that something is done.',
  values: { UNDER_SUPERVISION: { value: 2 }, ALONE: { value: 3 } } as const,
})

const LearningGoalDetail = builder.prismaObject('GoalDefinition', {
  variant: 'LearningGoalDetail',
  description: 'What the curriculum says of a goal beyond its wording.',
  fields: (t) => ({
    category: t.exposeString('category', { description: 'The heading under which the curriculum has it.' }),
    part: t.expose('part', { type: TrainingPart }),
    knowledgeLevel: t.field({
      type: KnowledgeLevel,
      nullable: true,
      description: 'As derived from the wording; null when it says none of them.',
      select: { knowledgeLevel: true },
      resolve: ({ knowledgeLevel }) => knowledgeLevel as typeof KnowledgeLevel.$inferType | null,
    }),
    skillLevel: t.field({
      type: SkillLevel,
      nullable: true,
      description: 'As derived from the wording; null when it says neither.',
      select: { skillLevel: true },
      resolve: ({ skillLevel }) => skillLevel as typeof SkillLevel.$inferType | null,
    }),
    startsOn: t.expose('validFrom', { type: 'Date' }),
    endsOn: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'The last day; null while no end is set.',
    }),
    transitionEndsOn: t.expose('transitionUntil', {
      type: 'Date',
      nullable: true,
      description: 'The last day for those who began with it (B05); null when there is no such time.',
    }),
    activities: t.prismaField({
      type: ['ActivityDefinition'],
      description: 'Those in use, in the curriculum’s order.',
      select: (_args, _context, nested) => ({
        activities: {
          select: { activity: nested(true) },
          where: { activity: { retired: false } },
          orderBy: [{ activity: { position: 'asc' as const } }, { activityId: 'asc' as const }],
        },
      }),
      resolve: (_query, goal) => goal.activities.map((row) => row.activity),
    }),
    availableCommands: t.field({
      type: [LearningGoalDefinitionCommand],
      resolve: (_goal, _args, { actor }) => [...availableGoalCommands(actor)],
    }),
  }),
})

export const LearningGoalDefinition = builder.prismaObject('GoalDefinition', {
  name: 'LearningGoalDefinition',
  description: "A goal of the regulation's annex 2, in one wording.",
  fields: (t) => ({
    id: t.exposeID('id'),
    code: t.exposeString('code', { shareable: true, description: 'As in the regulation: ALM-001.' }),
    wording: t.exposeString('wording', { shareable: true }),
    level: t.field({
      type: GoalLevel,
      nullable: true,
      shareable: true,
      description: 'Null when the wording has none of them.',
      select: { knowledgeLevel: true, skillLevel: true },
      resolve: (goal) => asGoalLevel(levelOf(goal)),
    }),
    detail: t.variant(LearningGoalDetail, {
      isNull: () => false,
      description: 'Null only when curriculum is away: what is asked for often is not in it.',
    }),
  }),
})

const findLearningGoalDefinition = references('LearningGoalDefinition', 'id', (ids, { query }) =>
  database.goalDefinition.findMany({ ...query, where: { id: { in: ids } } }),
)

builder.asEntity(LearningGoalDefinition, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findLearningGoalDefinition(id, context, info),
})

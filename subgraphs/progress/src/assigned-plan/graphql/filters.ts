import { cleanText, containing, keptStatuses } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { LearningActivityStatus } from '../../learning-activity/graphql/enums.ts'
import { withStatus } from '../../learning-activity/persistence/status.ts'
import { LearningGoalStatus } from '../../learning-goal/graphql/enums.ts'

export const LearningGoalFilter = builder.inputType('LearningGoalFilter', {
  fields: (t) => ({
    status: t.field({ type: [LearningGoalStatus] }),
    search: t.string(),
  }),
})

export const LearningActivityFilter = builder.inputType('LearningActivityFilter', {
  fields: (t) => ({
    status: t.field({ type: [LearningActivityStatus] }),
    search: t.string(),
  }),
})

type Given<T> = T | null | undefined

const like = (search: Given<string>) => {
  const words = cleanText(search)
  return words ? containing(words) : null
}

/** More words than anybody searches for; those after it are left out of the question. */
const MOST_WORDS = 10

/** Goals whose code or wording has every word of the text, in any order, in one of the states. */
export function goalsWhere(
  filter: Given<typeof LearningGoalFilter.$inferInput>,
): Prisma.LearningGoalWhereInput {
  const words = cleanText(filter?.search)?.split(/\s+/u) ?? []
  const texts = words.slice(0, MOST_WORDS).map(containing)
  return {
    ...(filter?.status && { status: { in: keptStatuses(filter.status) } }),
    ...(texts.length > 0 && {
      definition: { AND: texts.map((text) => ({ OR: [{ code: text }, { wording: text }] })) },
    }),
  }
}

/** Activities whose title, or the code of whose goal, has the text, in one of the states. */
export function activitiesWhere(
  filter: Given<typeof LearningActivityFilter.$inferInput>,
  now: Date,
): Prisma.LearningActivityWhereInput {
  const text = like(filter?.search)
  const named = text && {
    OR: [{ definition: { title: text } }, { goals: { some: { goal: { definition: { code: text } } } } }],
  }
  return { AND: [filter?.status ? withStatus(keptStatuses(filter.status), now) : {}, named ?? {}] }
}

import { cleanText } from '@kompetanse/graph'

/** Topics as they are kept: cleaned, without the empty ones. */
export const cleanTopics = (topics: readonly string[]): readonly string[] =>
  topics.flatMap((topic) => cleanText(topic) ?? [])

/** Ids of goals in the one spelling that the database gives back. */
export const goalIdsOf = (ids: readonly string[]): readonly string[] => ids.map((id) => id.toLowerCase())

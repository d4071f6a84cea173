import { cleanText } from '@kompetanse/graph'

/** Topics as they are kept: cleaned, without the empty ones. */
export const cleanTopics = (topics: readonly string[]): readonly string[] =>
  topics.flatMap((topic) => cleanText(topic) ?? [])

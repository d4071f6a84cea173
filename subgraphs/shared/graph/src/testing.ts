export { tryChoice, type Choice } from './testing/choice-trial.ts'
export {
  answeredBy,
  contentFields,
  digests,
  everythingOf,
  textsWithoutMark,
  unguardedWays,
} from './testing/content.ts'
export { choices } from './testing/id-kinds.ts'
export { partOf } from './part-of.ts'
export { aPerson } from './testing/a-person.ts'
export { ask, type Question } from './testing/ask.ts'
export { commandOf } from './testing/command-of.ts'
export { inputTests, type Sampled } from './testing/input-tests.ts'
export { subscribe } from './testing/subscribe.ts'

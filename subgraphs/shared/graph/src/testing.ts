export { tryChoice, type Choice } from './choice-trial.ts'
export {
  answeredBy,
  contentFields,
  digests,
  everythingOf,
  textsWithoutMark,
  unguardedWays,
} from './content-testing.ts'
export { choices } from './id-kinds.ts'
export { partOf } from './part-of.ts'
export { aPerson } from './testing/a-person.ts'
export { ask, type Question } from './testing/ask.ts'
export { inputTests, type Sampled } from './testing/input-tests.ts'
export { subscribe } from './testing/subscribe.ts'

export { partOf } from './part-of.ts'
export { aPerson } from './testing/a-person.ts'
export { ask, type Question } from './testing/ask.ts'
export { inputTests, type Sampled } from './testing/input-tests.ts'

import './of-entry.ts'
import './queries.ts'
import './mutations.ts'

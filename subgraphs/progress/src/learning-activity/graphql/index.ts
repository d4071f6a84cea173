import './of-plan.ts'
import './queries.ts'
import './mutations.ts'

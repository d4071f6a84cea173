import './queries.ts'
import './trainee.ts'
import './assign.ts'
import './mutations.ts'

-- CreateEnum
CREATE TYPE "ProposalKind" AS ENUM ('SET_TRACK_PLANS', 'EDIT_ACTIVITY', 'RETIRE_ACTIVITY');

-- CreateEnum
CREATE TYPE "ProposalStatus" AS ENUM ('OPEN', 'ACCEPTED', 'REJECTED', 'WITHDRAWN');

-- AlterTable
ALTER TABLE "activity_definition" ADD COLUMN     "owner_region" TEXT;

-- CreateTable
CREATE TABLE "proposal" (
    "id" UUID NOT NULL,
    "kind" "ProposalKind" NOT NULL,
    "track_code" TEXT,
    "activity_id" UUID,
    "input" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "status" "ProposalStatus" NOT NULL DEFAULT 'OPEN',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "comment" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_history" (
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "change_history_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "proposal_status_proposed_at_idx" ON "proposal"("status", "proposed_at");

-- CreateIndex
CREATE INDEX "proposal_region_code_proposed_at_idx" ON "proposal"("region_code", "proposed_at");

-- CreateIndex
CREATE INDEX "change_history_subject_at_idx" ON "change_history"("subject", "at");

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_track_code_fkey" FOREIGN KEY ("track_code") REFERENCES "track"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity_definition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the types alone do not say.
ALTER TABLE "proposal"
  ADD CONSTRAINT proposal_subject CHECK (
    (kind = 'SET_TRACK_PLANS') = (track_code IS NOT NULL) AND (kind <> 'SET_TRACK_PLANS') = (activity_id IS NOT NULL)),
  ADD CONSTRAINT proposal_decided CHECK (
    (status = 'OPEN') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by_id IS NULL)),
  ADD CONSTRAINT proposal_rejected_why CHECK (status <> 'REJECTED' OR comment IS NOT NULL);
ALTER TABLE "activity_definition"
  ADD CONSTRAINT activity_owner CHECK (owner_region IS NULL OR origin = 'ENTERPRISE');

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "change_history"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "change_history"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- By privilege, before any trigger is asked. The role that serves is called as its schema.
DO $$
BEGIN
  IF current_user <> current_schema() AND EXISTS (SELECT 1 FROM pg_roles WHERE rolname = current_schema()) THEN
    EXECUTE format('REVOKE UPDATE, DELETE ON change_history FROM %I', current_schema());
    EXECUTE format('REVOKE DELETE ON proposal FROM %I', current_schema());
  END IF;
END $$;

-- CreateTable
CREATE TABLE "region" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "region_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "enterprise" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,

    CONSTRAINT "enterprise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "parent_id" UUID,
    "leader_id" UUID,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "search_name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "hpr_number" TEXT,
    "language" TEXT NOT NULL DEFAULT 'BOKMAL',
    "unit_id" UUID,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "subject" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'ACTIVE',

    CONSTRAINT "account_pkey" PRIMARY KEY ("subject")
);

-- CreateTable
CREATE TABLE "track" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "track_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "trainee" (
    "id" UUID NOT NULL,
    "track_code" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "fte" DOUBLE PRECISION NOT NULL,
    "unit_id" UUID NOT NULL,
    "training_started_on" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "trainee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_relation" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "trainee_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "registered_by_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "training_relation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deputyship" (
    "id" UUID NOT NULL,
    "leader_id" UUID NOT NULL,
    "deputy_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "deputyship_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "region_code" TEXT,
    "enterprise_id" UUID,
    "granted_by_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "revoked_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "history" (
    "id" BIGSERIAL NOT NULL,
    "aggregate" TEXT NOT NULL,
    "aggregate_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "command" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ NOT NULL,
    "state" JSONB NOT NULL,

    CONSTRAINT "history_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "enterprise_region_code_name_idx" ON "enterprise"("region_code", "name");

-- CreateIndex
CREATE INDEX "unit_enterprise_id_name_idx" ON "unit"("enterprise_id", "name");

-- CreateIndex
CREATE INDEX "unit_parent_id_idx" ON "unit"("parent_id");

-- CreateIndex
CREATE INDEX "person_unit_id_family_name_given_name_idx" ON "person"("unit_id", "family_name", "given_name");

-- CreateIndex
CREATE INDEX "account_person_id_idx" ON "account"("person_id");

-- CreateIndex
CREATE INDEX "trainee_unit_id_idx" ON "trainee"("unit_id");

-- CreateIndex
CREATE INDEX "training_relation_trainee_id_kind_idx" ON "training_relation"("trainee_id", "kind");

-- CreateIndex
CREATE INDEX "training_relation_person_id_kind_idx" ON "training_relation"("person_id", "kind");

-- CreateIndex
CREATE INDEX "deputyship_deputy_id_valid_to_idx" ON "deputyship"("deputy_id", "valid_to");

-- CreateIndex
CREATE INDEX "deputyship_leader_id_valid_to_idx" ON "deputyship"("leader_id", "valid_to");

-- CreateIndex
CREATE INDEX "role_grant_person_id_idx" ON "role_grant"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "history_aggregate_id_version_key" ON "history"("aggregate_id", "version");

-- AddForeignKey
ALTER TABLE "enterprise" ADD CONSTRAINT "enterprise_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_leader_id_fkey" FOREIGN KEY ("leader_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trainee" ADD CONSTRAINT "trainee_id_fkey" FOREIGN KEY ("id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trainee" ADD CONSTRAINT "trainee_track_code_fkey" FOREIGN KEY ("track_code") REFERENCES "track"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trainee" ADD CONSTRAINT "trainee_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_relation" ADD CONSTRAINT "training_relation_trainee_id_fkey" FOREIGN KEY ("trainee_id") REFERENCES "trainee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_relation" ADD CONSTRAINT "training_relation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_relation" ADD CONSTRAINT "training_relation_registered_by_id_fkey" FOREIGN KEY ("registered_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deputyship" ADD CONSTRAINT "deputyship_leader_id_fkey" FOREIGN KEY ("leader_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deputyship" ADD CONSTRAINT "deputyship_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deputyship" ADD CONSTRAINT "deputyship_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows is written by hand: the closed sets and the rules that must hold whoever writes.
ALTER TABLE "region" ADD CONSTRAINT "region_code_known"
    CHECK ("code" IN ('MUNICIPAL', 'HELSE_SOR_OST', 'HELSE_VEST', 'HELSE_MIDT', 'HELSE_NORD'));
ALTER TABLE "enterprise" ADD CONSTRAINT "enterprise_kind_known" CHECK ("kind" IN ('APPROVED', 'REGISTERED'));
ALTER TABLE "unit" ADD CONSTRAINT "unit_not_own_parent" CHECK ("parent_id" <> "id");
ALTER TABLE "person" ADD CONSTRAINT "person_language_known"
    CHECK ("language" IN ('BOKMAL', 'NYNORSK', 'ENGLISH'));
ALTER TABLE "account" ADD CONSTRAINT "account_status_known" CHECK ("status" IN ('ACTIVE', 'DEACTIVATED'));
ALTER TABLE "trainee" ADD CONSTRAINT "trainee_part_known" CHECK ("part" IN ('PART_1', 'PART_2', 'PART_3'));
ALTER TABLE "trainee" ADD CONSTRAINT "trainee_fte_is_a_share" CHECK ("fte" > 0 AND "fte" <= 1);

ALTER TABLE "training_relation" ADD CONSTRAINT "relation_kind_known"
    CHECK ("kind" IN ('LEADER', 'MENTOR', 'SUPERVISOR'));
ALTER TABLE "training_relation" ADD CONSTRAINT "relation_not_to_oneself" CHECK ("person_id" <> "trainee_id");
-- A relation that was replaced on its first day has been in force on no day: it ends the day before it begins.
ALTER TABLE "training_relation" ADD CONSTRAINT "relation_period" CHECK ("valid_to" >= "valid_from" - 1);
CREATE UNIQUE INDEX "relation_one_leader_one_mentor" ON "training_relation" ("trainee_id", "kind")
    WHERE "valid_to" IS NULL AND "kind" IN ('LEADER', 'MENTOR');
CREATE UNIQUE INDEX "relation_supervisor_once" ON "training_relation" ("trainee_id", "person_id")
    WHERE "valid_to" IS NULL AND "kind" = 'SUPERVISOR';

ALTER TABLE "deputyship" ADD CONSTRAINT "deputyship_of_another" CHECK ("leader_id" <> "deputy_id");
ALTER TABLE "deputyship" ADD CONSTRAINT "deputyship_period" CHECK ("valid_to" >= "valid_from" - 1);

ALTER TABLE "role_grant" ADD CONSTRAINT "grant_scope_fits_role" CHECK (
    ("role" = 'LOCAL_ADMIN' AND "enterprise_id" IS NOT NULL AND "region_code" IS NULL)
    OR ("role" = 'REGIONAL_ADMIN' AND "region_code" IS NOT NULL AND "enterprise_id" IS NULL)
    OR ("role" IN ('SUPPORT', 'DIRECTORATE') AND "region_code" IS NULL AND "enterprise_id" IS NULL));
ALTER TABLE "role_grant" ADD CONSTRAINT "grant_period" CHECK ("valid_to" >= "valid_from");

CREATE FUNCTION "history_is_never_altered"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'history is never altered';
END;
$$;
CREATE TRIGGER "history_is_never_altered" BEFORE UPDATE OR DELETE ON "history"
    FOR EACH ROW EXECUTE FUNCTION "history_is_never_altered"();

-- CreateTable
CREATE TABLE "record_opening" (
    "id" UUID NOT NULL,
    "trainee_id" UUID NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ NOT NULL,
    "until" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "record_opening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record_opening_seen" (
    "opening_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "record_opening_seen_pkey" PRIMARY KEY ("opening_id")
);

-- CreateIndex
CREATE INDEX "record_opening_trainee_id_opened_at_idx" ON "record_opening"("trainee_id", "opened_at");

-- CreateIndex
CREATE INDEX "record_opening_opened_by_id_opened_at_idx" ON "record_opening"("opened_by_id", "opened_at");

-- AddForeignKey
ALTER TABLE "record_opening" ADD CONSTRAINT "record_opening_trainee_id_fkey" FOREIGN KEY ("trainee_id") REFERENCES "trainee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_opening" ADD CONSTRAINT "record_opening_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_opening_seen" ADD CONSTRAINT "record_opening_seen_opening_id_fkey" FOREIGN KEY ("opening_id") REFERENCES "record_opening"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows is written by hand.
ALTER TABLE "record_opening" ADD CONSTRAINT "record_opening_role_known"
    CHECK ("role" IN ('LOCAL_ADMIN', 'REGIONAL_ADMIN', 'SUPPORT', 'DIRECTORATE'));
ALTER TABLE "record_opening" ADD CONSTRAINT "record_opening_of_another" CHECK ("opened_by_id" <> "trainee_id");
ALTER TABLE "record_opening" ADD CONSTRAINT "record_opening_has_a_reason"
    CHECK (char_length("reason") BETWEEN 10 AND 500);
ALTER TABLE "record_opening" ADD CONSTRAINT "record_opening_is_short"
    CHECK ("until" > "opened_at" AND "until" <= "opened_at" + interval '1 hour');

-- Written once, as history is: by privilege, and by triggers whoever writes.
DO $$
BEGIN
  IF current_user <> current_schema() AND EXISTS (SELECT 1 FROM pg_roles WHERE rolname = current_schema()) THEN
    EXECUTE format('REVOKE UPDATE, DELETE ON record_opening, record_opening_seen FROM %I', current_schema());
  END IF;
END $$;

CREATE FUNCTION "record_opening_is_never_altered"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is never altered', TG_TABLE_NAME;
END;
$$;
CREATE TRIGGER "record_opening_is_never_altered" BEFORE UPDATE OR DELETE ON "record_opening"
    FOR EACH ROW EXECUTE FUNCTION "record_opening_is_never_altered"();
CREATE TRIGGER "record_opening_is_never_emptied" BEFORE TRUNCATE ON "record_opening"
    FOR EACH STATEMENT EXECUTE FUNCTION "record_opening_is_never_altered"();
CREATE TRIGGER "record_opening_seen_is_never_altered" BEFORE UPDATE OR DELETE ON "record_opening_seen"
    FOR EACH ROW EXECUTE FUNCTION "record_opening_is_never_altered"();
CREATE TRIGGER "record_opening_seen_is_never_emptied" BEFORE TRUNCATE ON "record_opening_seen"
    FOR EACH STATEMENT EXECUTE FUNCTION "record_opening_is_never_altered"();

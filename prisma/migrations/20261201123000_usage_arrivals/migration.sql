-- CreateTable
CREATE TABLE "usage_arrivals" (
    "project_id" TEXT NOT NULL,
    "minute" TIMESTAMPTZ(0) NOT NULL,
    "metered_by" TEXT NOT NULL,
    "calls" INTEGER[],
    "served" INTEGER NOT NULL,
    "duration_us_sum" BIGINT NOT NULL,

    CONSTRAINT "usage_arrivals_pkey" PRIMARY KEY ("project_id","minute","metered_by")
);

-- CreateIndex
CREATE INDEX "usage_arrivals_minute_idx" ON "usage_arrivals"("minute");

-- AddForeignKey
ALTER TABLE "usage_arrivals" ADD CONSTRAINT "usage_arrivals_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From here on by hand: what Prisma cannot say.

ALTER TABLE usage_arrivals ADD CONSTRAINT usage_arrivals_whole_minute CHECK (extract(second FROM minute) = 0);
ALTER TABLE usage_arrivals ADD CONSTRAINT usage_arrivals_metered_by CHECK (metered_by ~ '^[a-z_]+(\.[a-z_]+)?$');
ALTER TABLE usage_arrivals ADD CONSTRAINT usage_arrivals_calls CHECK (cardinality(calls) = 60 AND array_position(calls, NULL) IS NULL AND 0 <= ALL (calls));
ALTER TABLE usage_arrivals ADD CONSTRAINT usage_arrivals_served CHECK (served >= 0 AND duration_us_sum >= 0);

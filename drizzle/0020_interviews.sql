CREATE TABLE "customers" (
	"id" text PRIMARY KEY NOT NULL,
	"sprint_id" text NOT NULL,
	"number" smallint NOT NULL,
	"reserve" boolean DEFAULT false NOT NULL,
	"name" text NOT NULL,
	"slot_at" timestamp with time zone,
	"state" text DEFAULT 'planned' NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"interviewer_id" text,
	"row_now" text,
	"parts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "customers_number" UNIQUE("sprint_id","reserve","number"),
	CONSTRAINT "customers_started" CHECK ("customers"."state" not in ('running', 'done') or "customers"."started_at" is not null),
	CONSTRAINT "customers_withdrawn" CHECK ("customers"."state" <> 'withdrawn' or "customers"."name" = '')
);
--> statement-breakpoint
CREATE TABLE "task_results" (
	"customer_id" text NOT NULL,
	"row" text NOT NULL,
	"result" text NOT NULL,
	CONSTRAINT "task_results_customer_id_row_pk" PRIMARY KEY("customer_id","row")
);
--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_sprint_id_sprints_id_fk" FOREIGN KEY ("sprint_id") REFERENCES "public"."sprints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_interviewer_id_members_id_fk" FOREIGN KEY ("interviewer_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_results" ADD CONSTRAINT "task_results_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "customers_one_talk" ON "customers" USING btree ("sprint_id") WHERE "customers"."state" = 'running';
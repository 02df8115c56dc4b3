// Property tests draw the same values in each run, so that a run tells of the change at hand; TEST_SEED=<number> draws others, TEST_SEED=random new ones.
import { configureGlobal } from "fast-check";

const { TEST_SEED = "20261122" } = process.env;
if (TEST_SEED !== "random") configureGlobal({ seed: Number(TEST_SEED) });

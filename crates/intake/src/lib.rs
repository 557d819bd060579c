//! A clerk's workbook read into typed rows with a verdict for each; pure, writes nothing.

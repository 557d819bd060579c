//! The parts pages are made of: figures that are doors, bars, charts, pages of a list.

mod account;
mod chart;
mod crumbs;
pub(crate) mod download;
mod fig;
pub(crate) mod form;
mod meter;
mod pager;
pub(crate) mod paper;
pub(crate) mod post;
mod treemap;
pub(crate) mod typed;
pub(crate) mod unit;

pub(crate) use account::account_name;
pub(crate) use chart::{Chart, Mark, chart};
pub(crate) use crumbs::crumbs;
pub(crate) use download::download;
pub(crate) use fig::{door, fig, figure_of, number_link, state_of};
pub(crate) use meter::{FlowScale, flow, meter};
pub(crate) use pager::{Page, pager};
pub(crate) use treemap::{Tile, treemap};

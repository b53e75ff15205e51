//! The map from shapes of the interface, where no graphics adapter is at hand.
//!
//! **Promise.** The same districts, colours and lines. Hatches become a mixture of paper and ink, and edges are
//! as soft as the interface draws lines: enough to go on working.

use eframe::egui::{Color32, Mesh, Painter, Pos2, Rect, Shape, Stroke};

use super::{
    FillStyle, LineClass, LineLayer, MapLook, MapMesh, MapPaint, Pattern, lod::floor_for, triangles::in_sight, uniforms::hair_strength,
};

/// Draws the map into the rectangle.
pub(super) fn paint(painter: &Painter, rect: Rect, map: &MapPaint) {
    let scale = map.camera.metres_per_point / f64::from(painter.pixels_per_point());
    let sight = map.mesh.local(map.camera.bounds(rect.size()));
    if let Some(mesh) = surfaces(map, rect, sight, scale) {
        painter.add(Shape::mesh(mesh));
    }
    let hairs = hair_strength(map.mesh.typical_diameter / map.camera.metres_per_point);
    let by_class = map.lines.iter().enumerate().map(|(arc, class)| (arc, map.look.class(*class)));
    let base: Vec<Line> = by_class.filter(|it| 0.0 < it.1.width).filter_map(|(arc, class)| line(map, rect, sight, arc, class)).collect();
    let marks = map.marks.iter().filter_map(|it| line(map, rect, sight, it.arc as usize, map.look.class(it.class)));
    draw(painter, &base, hairs);
    draw(painter, &marks.collect::<Vec<_>>(), hairs);
}

/// One mesh of all triangles in sight; `None` where the points are no longer here.
fn surfaces(map: &MapPaint, rect: Rect, sight: [f32; 4], scale: f64) -> Option<Mesh> {
    let level = map.mesh.levels_from(scale).first()?;
    let (corners, indices) = (level.corners.here()?, level.indices.here()?);
    let mut mesh = Mesh::default();
    for range in in_sight(&level.surface_cells, sight) {
        for index in indices.get(range.start as usize..range.end as usize).unwrap_or_default() {
            let Some(corner) = corners.get(*index as usize) else { continue };
            let style = map.fills.get(corner.district as usize).copied().unwrap_or_default();
            mesh.indices.push(mesh.vertices.len() as u32);
            mesh.colored_vertex(on_screen(&map.mesh, map, rect, corner.at), mixture(style, &map.look));
        }
    }
    Some(mesh)
}

fn on_screen(mesh: &MapMesh, map: &MapPaint, rect: Rect, at: [f32; 2]) -> Pos2 {
    map.camera.to_screen(rect, [mesh.origin[0] + f64::from(at[0]), mesh.origin[1] + f64::from(at[1])])
}

/// Paper with as much ink as the hatch would put on it.
fn mixture(style: FillStyle, look: &MapLook) -> Color32 {
    let share = match style.pattern {
        Pattern::None => 0.0,
        Pattern::Secret | Pattern::Ghost => 0.35,
        Pattern::Missing => 0.25,
        Pattern::Uninhabited => 0.04,
        Pattern::Unassigned | Pattern::Changed | Pattern::Partial => 0.12,
    };
    let ink = look.inks.get(usize::from(style.ink)).copied().unwrap_or_default();
    style.paper.lerp_to_gamma(ink, share)
}

struct Line {
    class: LineClass,
    points: Vec<Pos2>,
}

fn line(map: &MapPaint, rect: Rect, sight: [f32; 4], arc: usize, class: LineClass) -> Option<Line> {
    let bounds = map.mesh.boxes.get(arc)?;
    let seen = bounds[0] <= sight[2] && sight[0] <= bounds[2] && bounds[1] <= sight[3] && sight[1] <= bounds[3];
    let (points, weights) = (map.mesh.borders.points(arc), map.mesh.borders.weights(arc));
    let floor = floor_for(points, map.camera.metres_per_point);
    let kept = points.iter().zip(weights).filter(|it| floor <= *it.1);
    seen.then(|| Line { class, points: kept.map(|it| on_screen(&map.mesh, map, rect, *it.0)).collect() })
}

/// Hairs, then casings, then inks.
fn draw(painter: &Painter, lines: &[Line], hairs: f32) {
    let of = |layer: LineLayer| lines.iter().filter(move |it| it.class.layer == layer);
    for it in of(LineLayer::Hair).filter(|_| 0.0 < hairs) {
        painter.add(Shape::line(it.points.clone(), Stroke::new(it.class.width, it.class.ink.gamma_multiply(hairs))));
    }
    for it in of(LineLayer::Stroke).filter(|it| 0.0 < it.class.casing_width) {
        painter.add(Shape::line(it.points.clone(), Stroke::new(it.class.casing_width, it.class.casing)));
    }
    for it in of(LineLayer::Stroke) {
        let stroke = Stroke::new(it.class.width, it.class.ink);
        match it.class.dash {
            Some(dash) if 0.0 < dash.on && 0.0 < dash.off => {
                painter.extend(Shape::dashed_line(&it.points, stroke, dash.on, dash.off));
            }
            _ => drop(painter.add(Shape::line(it.points.clone(), stroke))),
        }
    }
}

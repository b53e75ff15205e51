//! Where things come to lie: camera, canvas and the numbers for the shaders.
use eframe::egui::{Rect, pos2, vec2};

use super::{
    super::{
        Camera, MapLook,
        uniforms::{Canvas, ViewUniform, hair_strength},
    },
    mesh_of, topology,
};
use crate::views::theme::{Scheme, Theme};

#[test]
fn a_camera_knows_its_way_back() {
    let rect = Rect::from_min_size(pos2(288.0, 90.0), vec2(808.5, 777.0));
    let camera = Camera { centre: [565_432.1, 5_712_345.6], metres_per_point: 0.25 };
    for at in [[565_432.1, 5_712_345.6], [565_500.0, 5_712_400.0], [565_402.37, 5_712_299.99]] {
        let back = camera.to_map(rect, camera.to_screen(rect, at));
        assert!((back[0] - at[0]).abs() < 1e-4 && (back[1] - at[1]).abs() < 1e-4, "{at:?} came back as {back:?}");
    }
    let pointer = pos2(400.0, 300.0);
    let held = camera.to_map(rect, pointer);
    let nearer = camera.dragged(vec2(10.0, -4.0)).zoomed(rect, pointer + vec2(10.0, -4.0), 0.4);
    let now = nearer.to_map(rect, pointer + vec2(10.0, -4.0));
    assert!((now[0] - held[0]).abs() < 1e-6 && (now[1] - held[1]).abs() < 1e-6);
    assert_eq!(camera.zoomed(rect, pointer, 1000.0).metres_per_point, Camera::NEAREST);
    assert_eq!(Camera { metres_per_point: f64::NAN, ..camera }.within_limits().metres_per_point, Camera::FARTHEST);
}

#[test]
fn a_fitted_map_lies_within_its_margin() {
    let mesh = mesh_of(&topology());
    let size = vec2(600.0, 500.0);
    let camera = Camera::fitting(mesh.bounds(), size, 20.0);
    let rect = Rect::from_min_size(pos2(10.0, 20.0), size);
    let (a, b) = (camera.to_screen(rect, mesh.bounds().min), camera.to_screen(rect, mesh.bounds().max));
    assert!((a.x - 30.0).abs() < 0.01 && (b.x - 590.0).abs() < 0.01, "{a:?} {b:?}");
    assert!(b.y > 40.0 && a.y < 500.0 && a.y > b.y, "north is up");
}

/// What the vertex shader does with a point, in the precision of the card.
fn shaded(uniform: &ViewUniform, local: [f32; 2]) -> [f32; 2] {
    let [sx, sy, ox, oy] = uniform.to_pixels;
    [local[0] * sx + ox, local[1] * sy + oy]
}

#[test]
fn the_card_finds_the_same_pixel_as_the_camera() {
    let look = MapLook::themed(&Theme::new(Scheme::Light), 1.0);
    let origin = [565_000.0, 5_700_000.0]; // positions up to 300 km from it, as over Germany
    for (scale, allowed) in [(1000.0, 0.01), (10.0, 0.02), (1.0, 0.1), (0.25, 0.3)] {
        for pixels_per_point in [1.0_f32, 1.5, 2.0] {
            let camera = Camera { centre: [865_000.25, 5_400_000.75], metres_per_point: scale };
            let rect = Rect::from_min_max(pos2(288.0, 82.0), pos2(1096.0, 874.0));
            let pixels = rect * pixels_per_point;
            let canvas = Canvas::of(rect, pixels.min.into(), pixels.size().into(), pixels_per_point);
            let uniform = ViewUniform::of(&camera, &canvas, origin, 1.0, &look);
            let at = [865_000.25 + 100.0 * scale, 5_400_000.75 - 50.0 * scale];
            let shaded = shaded(&uniform, [(at[0] - origin[0]) as f32, (at[1] - origin[1]) as f32]);
            let wanted = (camera.to_screen(rect, at) - rect.min) * pixels_per_point;
            let off = (shaded[0] - wanted.x).hypot(shaded[1] - wanted.y);
            assert!(off < allowed * pixels_per_point, "{off} px at {scale} m a point");
        }
    }
}

#[test]
fn hatches_stay_with_the_map() {
    let look = MapLook::themed(&Theme::new(Scheme::Light), 1.0);
    let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(800.0, 600.0));
    let canvas = Canvas::of(rect, [0.0; 2], [800.0, 600.0], 1.0);
    let anchor = |camera: Camera| ViewUniform::of(&camera, &canvas, [565_000.0, 5_700_000.0], 1.0, &look).hatch;
    let camera = Camera { centre: [560_000.0, 5_710_000.0], metres_per_point: 100.0 };
    let (before, after) = (anchor(camera), anchor(camera.dragged(vec2(17.0, -5.0))));
    assert_eq!([after[0] - before[0], after[1] - before[1]], [17.0, -5.0]);
}

#[test]
fn a_larger_canvas_shows_more_on_every_side() {
    let camera = Camera { centre: [560_000.0, 5_710_000.0], metres_per_point: 100.0 };
    let rect = Rect::from_min_size(pos2(100.0, 50.0), vec2(800.0, 600.0));
    let small = Canvas::of(rect, [150.0, 75.0], [1200.0, 900.0], 1.5);
    let (inner, outer) = (small.bounds(&camera), small.grown(30.0).bounds(&camera));
    let margin = 30.0 * 100.0 / 1.5;
    assert!((inner.min[0] - outer.min[0] - margin).abs() < 1e-6 && (outer.max[1] - inner.max[1] - margin).abs() < 1e-6);
    assert!((inner.width() - 80_000.0).abs() < 1e-6 && (inner.height() - 60_000.0).abs() < 1e-6);
}

#[test]
fn hairs_leave_before_they_cover_the_districts() {
    for (points, strength) in [(3.0, 0.0), (6.0, 0.0), (10.0, 0.5), (14.0, 1.0), (500.0, 1.0)] {
        assert_eq!(hair_strength(points), strength);
    }
}

// Package deepcopy stands in for the module of this name, of which excelize uses one function. That module looks methods up by name,
// for which the linker has to keep each exported method of each type in the program: see docs/decisions/0056.
package deepcopy

import (
	"fmt"
	"reflect"
)

// Copy makes what dst points at equal to src, or to what src points at, so that neither sees what is changed in the other. It refuses
// a dst of another type. What is not exported is copied as it is.
func Copy(dst, src any) error {
	to, from := reflect.ValueOf(dst), reflect.ValueOf(src)
	if to.Kind() != reflect.Pointer || to.IsNil() {
		return fmt.Errorf("copying a %T: %T is no place for it", src, dst)
	}
	to = to.Elem()
	if from.Kind() == reflect.Pointer && from.Type() != to.Type() {
		from = from.Elem()
	}
	if !from.IsValid() || from.Type() != to.Type() {
		return fmt.Errorf("copying a %T: %T is no place for it", src, dst)
	}
	to.Set(copied(from))
	return nil
}

func copied(v reflect.Value) reflect.Value {
	to := reflect.New(v.Type()).Elem()
	to.Set(v)
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			to.Set(reflect.New(v.Type().Elem()))
			to.Elem().Set(copied(v.Elem()))
		}
	case reflect.Interface:
		if !v.IsNil() {
			to.Set(copied(v.Elem()))
		}
	case reflect.Map:
		if !v.IsNil() {
			to.Set(reflect.MakeMapWithSize(v.Type(), v.Len()))
		}
		for each := v.MapRange(); each.Next(); {
			to.SetMapIndex(each.Key(), copied(each.Value()))
		}
	case reflect.Slice:
		if !v.IsNil() {
			to.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		}
		for i := range v.Len() {
			to.Index(i).Set(copied(v.Index(i)))
		}
	case reflect.Array:
		for i := range v.Len() {
			to.Index(i).Set(copied(v.Index(i)))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				to.Field(i).Set(copied(v.Field(i)))
			}
		}
	}
	return to
}
